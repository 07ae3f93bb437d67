package io.greenstack.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.0/24,192.0.2.255,true", "192.0.2.0/24,192.0.3.0,false", "192.0.2.7,192.0.2.7,true",
            "192.0.2.7,192.0.2.8,false", "0.0.0.0/0,203.0.113.9,true", "0.0.0.0/0,2001:db8::1,false",
            "10.0.0.0/9,10.127.255.255,true", "10.0.0.0/9,10.128.0.0,false", "2001:db8::/33,2001:db8:7fff::1,true",
            "2001:db8::/33,2001:db8:8000::1,false", "::1,::1,true", "192.0.2.0/24,::ffff:192.0.2.9,true",
            "::1,0:0:0:0:0:0:0:1%lo,true", "192.0.2.0/24,not-an-address,false", "192.0.2.0/24,'',false"})
    void holds(String range, String address, boolean held) {
        assertThat(AddressRange.of(range).holds(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "host.example", "192.0.2.0/", "192.0.2.0/-1", "192.0.2.0/33", "192.0.2/24",
            "2001:db8::/129", "192.0.2.0/24/1", "*"})
    void refuses(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.of(text));
    }
}
