/** Who makes simulated traffic: accounts, keys, clients, models, and the networks they sit in. */
package io.banwatch.simulate.world;
