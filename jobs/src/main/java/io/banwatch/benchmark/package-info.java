/** How fast the detect job is, beside what merely reading its log's JSON costs. */
package io.banwatch.benchmark;
