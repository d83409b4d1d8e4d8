/** Flink: the jobs, and the operators around the signals. */
package io.banwatch.flow;
