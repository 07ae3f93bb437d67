package io.greenstack.api.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.8.9.1"})
    void openIsAllowedOnLoopback(String host) {
        assertThatCode(() -> SecurityGuard.verify(SecuritySettings.Mode.OPEN, host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void openIsRefusedElsewhere(String host) {
        assertThatIllegalStateException().isThrownBy(() -> SecurityGuard.verify(SecuritySettings.Mode.OPEN, host))
                .withMessageContaining("GREENSTACK_SECURITY");
    }

    @Test
    void keysAreAllowedEverywhere() {
        assertThatCode(() -> SecurityGuard.verify(SecuritySettings.Mode.KEYS, "0.0.0.0")).doesNotThrowAnyException();
    }

    @Test
    void whoIsAskedForAnAddressIsNamed() {
        assertThatIllegalStateException().isThrownBy(() -> SecurityGuard.verify(true, List.of()))
                .withMessageContaining("GREENSTACK_TRUSTED_PROXIES");
        assertThatCode(() -> SecurityGuard.verify(true, List.of("10.0.0.1"))).doesNotThrowAnyException();
        assertThatCode(() -> SecurityGuard.verify(false, List.of())).doesNotThrowAnyException();
    }
}
