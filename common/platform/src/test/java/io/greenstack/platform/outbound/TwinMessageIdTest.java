package io.greenstack.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwinMessageIdTest {

    @Test
    void isReadAsItIsWritten() {
        TwinMessageId id = new TwinMessageId("line:1", "config/desired", 12);

        assertThat(id).hasToString("shadow:line:1:config/desired:12");
        assertThat(TwinMessageId.parse(id.toString())).isEqualTo(id);
        assertThat(id.versionField()).isEqualTo("desired_version");
        assertThat(new TwinMessageId("a", "config/delta", 1).versionField()).isEqualTo("delta_version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shadow", "shadow:", "shadow:a", "shadow:a:1", "shadow:a:config/delta:x",
            "command:a:b:1",
            "publish:7"})
    void otherIdsAreNone(String id) {
        assertThat(TwinMessageId.parse(id)).isNull();
    }
}
