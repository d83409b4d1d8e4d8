/** Classes that each break one rule of the architecture test, to show that it would notice. */
package io.banwatch.violating;
