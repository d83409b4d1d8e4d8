/**
 * The Grafana dashboards: what they are made from, and the proof that every query of theirs gives
 * rows.
 */
package io.banwatch.dashboards;
