/** Where an address is: city, country, network, and whether that network hosts servers or VPNs. */
package io.banwatch.place;
