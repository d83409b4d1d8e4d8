/** Signals: plain classes over plain state, with no clock but the events' own. */
package io.banwatch.detect;
