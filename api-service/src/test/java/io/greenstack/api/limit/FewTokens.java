package io.greenstack.api.limit;

import java.time.Duration;

/** A rate so low that nothing comes back while a test runs. */
class FewTokens implements LimitSettings {

    private record Fixed(double perSecond, int burst) implements Rate {}

    @Override
    public Rate reads() {
        return new Fixed(0.001, 20);
    }

    @Override
    public Rate writes() {
        return new Fixed(1_000, 20);
    }

    @Override
    public Rate uploads() {
        return reads();
    }

    @Override
    public Rate services() {
        return reads();
    }

    @Override
    public Rate strangers() {
        return reads();
    }

    @Override
    public Rate unknownKeys() {
        return reads();
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(200);
    }

    @Override
    public Duration aloneFor() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int streams() {
        return 1;
    }

    @Override
    public Duration streamLease() {
        return Duration.ofSeconds(30);
    }
}
