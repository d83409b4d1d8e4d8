/** An alert and its life: findings in, one line for each change out. */
package io.banwatch.alert;
