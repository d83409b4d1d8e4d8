/** Realistic gateway traffic with chosen stories in it, from a seed. */
package io.banwatch.simulate;
