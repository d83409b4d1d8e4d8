/** Stories that can happen in simulated traffic: what must be told, and what must not. */
package io.banwatch.simulate.story;
