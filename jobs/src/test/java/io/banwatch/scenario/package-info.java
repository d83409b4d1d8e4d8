/** Stories written as gateway logs, and the run of the detect job over each. */
package io.banwatch.scenario;
