/** When simulated requests are made, what they use and how they end, key by key. */
package io.banwatch.simulate.traffic;
