/**
 * Benchmarks of the hot paths. They print figures; nothing asserts them. Run one with
 * {@code java -cp ... org.openjdk.jmh.Main DecodeBenchmark -prof gc}.
 */
package io.greenstack.loadtest.bench;
