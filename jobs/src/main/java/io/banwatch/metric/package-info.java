/**
 * The metric log's points: every name that a dashboard may ask for, a point, and its JSON. What is
 * measured is told by those who measure.
 */
package io.banwatch.metric;
