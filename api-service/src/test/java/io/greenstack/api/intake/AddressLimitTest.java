package io.greenstack.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressLimitTest {

    @Test
    void eachAddressHasPlacesOfItsOwnAndGetsThemBack() {
        AddressLimit limit = new AddressLimit(2);
        assertThat(limit.enter("10.0.0.1")).isTrue();
        assertThat(limit.enter("10.0.0.1")).isTrue();
        assertThat(limit.enter("10.0.0.1")).isFalse();
        assertThat(limit.enter("10.0.0.2")).isTrue();

        limit.leave("10.0.0.1");
        assertThat(limit.enter("10.0.0.1")).isTrue();
        assertThat(limit.enter("10.0.0.1")).isFalse();
    }
}
