/**
 * Vendor profiles: what a vendor answers, where it does not serve, and which clients are its own.
 */
package io.banwatch.vendor;
