package io.greenstack.loadtest.generator;

/** Latencies in microseconds, each at most 1 % above the true value. */
public record LatencySummary(long count, long p50, long p90, long p99, long p999, long max) {}
