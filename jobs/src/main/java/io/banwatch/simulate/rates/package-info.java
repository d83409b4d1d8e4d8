/** Published rates and token sizes of real clients, read from files, to drive simulated keys. */
package io.banwatch.simulate.rates;
