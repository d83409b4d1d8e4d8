/**
 * What keys, accounts and the pipeline did, in slices of ten seconds of event time: plain classes
 * over plain state that make the metric log's points. Nothing is judged here.
 */
package io.banwatch.measure;
