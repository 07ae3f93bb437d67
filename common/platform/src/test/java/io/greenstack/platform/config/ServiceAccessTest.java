package io.greenstack.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class ServiceAccessTest {

    @Test
    void theKeyIsNeededWhereThereIsOne() {
        ServiceAccess access = new ServiceAccess(Optional.of("secret"), "127.0.0.1");

        assertThat(access.allows("secret")).isTrue();
        assertThat(access.allows("Secret")).isFalse();
        assertThat(access.allows(null)).isFalse();
    }

    @Test
    void withoutAKeyOnlyLoopbackIsOpen() {
        assertThat(new ServiceAccess(Optional.empty(), "0.0.0.0").allows("any")).isFalse();
        assertThat(new ServiceAccess(Optional.of(" "), "0.0.0.0").allows(null)).isFalse();
        assertThat(new ServiceAccess(Optional.empty(), "127.0.0.1").allows(null)).isTrue();
    }
}
