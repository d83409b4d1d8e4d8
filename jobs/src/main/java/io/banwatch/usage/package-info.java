/**
 * The event that every signal reads: one request to a model vendor, in the words of OpenTelemetry
 * GenAI.
 */
package io.banwatch.usage;
