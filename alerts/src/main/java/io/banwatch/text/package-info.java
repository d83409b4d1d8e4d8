/** What is done with words, whatever they mean. */
package io.banwatch.text;
