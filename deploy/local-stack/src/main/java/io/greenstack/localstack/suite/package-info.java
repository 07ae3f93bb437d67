/**
 * Runs the whole suite on one machine without Docker: embedded servers, the three packaged services as own processes
 * and simulated devices. {@code RunMain} is what {@code ./mvnw -Prun} calls; {@code SuiteMain} is the launcher itself.
 */
package io.greenstack.localstack.suite;
