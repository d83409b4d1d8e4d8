/** The command line: checks what it is given, starts the jobs, tells what they found. */
package io.banwatch.cli;
