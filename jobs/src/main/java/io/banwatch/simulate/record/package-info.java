/** Writes simulated requests as the records that LiteLLM 1.106.2 sends to its callbacks. */
package io.banwatch.simulate.record;
