/**
 * The detect job as a service on one machine: a local cluster, its checkpoints and what is left of
 * them after a crash, the directory it owns, and whether it is well.
 */
package io.banwatch.service;
