package io.greenstack.descriptions.iodd.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.descriptions.iodd.model.CommNetworkProfile.Connection;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.Wire;

class WireFunctionsTest {

    @ParameterizedTest
    @CsvSource({"M12-4ConnectionT,Wire1,,L+", "M12-5ConnectionT,Wire3,,L-", "M8ConnectionT,Wire4,,C/Q",
            "M5ConnectionT,Wire1,,L+", "M12-4ConnectionT,Wire2,,", "M12-5ConnectionT,Wire5,,",
            "M12-4ConnectionT,Wire2,Other,Other", "M8ConnectionT,Wire4,DI,DI", "CableConnectionT,Wire1,,",
            ",Wire1,,"})
    void roundConnectorsHaveFixedPins(String type, String element, String written, String function) {
        Wire wire = new Wire(element, null, null, written, null, null);
        Connection connection = new Connection(type, null, List.of(), null, List.of(wire), null);
        assertThat(WireFunctions.of(connection, wire)).isEqualTo(function);
    }
}
