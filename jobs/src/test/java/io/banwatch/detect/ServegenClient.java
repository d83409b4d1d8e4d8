package io.banwatch.detect;

import io.banwatch.simulate.rates.ClientRates;
import io.banwatch.simulate.rates.ClientTokens;

/**
 * One real client of the ServeGen traces.
 *
 * @param rates how busy it was
 * @param tokens how large its requests were
 */
record ServegenClient(ClientRates rates, ClientTokens tokens) {}
