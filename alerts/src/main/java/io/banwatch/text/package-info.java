/** What is done with words and addresses, whatever they mean. */
package io.banwatch.text;
