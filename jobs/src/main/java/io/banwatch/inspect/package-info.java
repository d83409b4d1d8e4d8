/** What Banwatch understands of a log, and what it lacks: counted, without judging anybody. */
package io.banwatch.inspect;
