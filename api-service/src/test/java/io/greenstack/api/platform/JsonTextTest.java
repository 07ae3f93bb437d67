package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void objectsAreJoined() {
        assertThat(JsonText.join("{\"a\":1}", "{\"b\":2}")).isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(JsonText.join("{}", "{\"b\":2}")).isEqualTo("{\"b\":2}");
        assertThat(JsonText.join("{\"a\":1}", " {}")).isEqualTo("{\"a\":1}");
    }

    @Test
    void whatTheDatabaseCannotKeepIsLeftOut() {
        assertThat(JsonText.storable("[\"a\\u0000b\\u0000\\u0000\"]")).isEqualTo("[\"ab\"]");
        assertThat(JsonText.storable("[\"a\\\\u0000\"]")).isEqualTo("[\"a\\\\u0000\"]");
        assertThat(JsonText.storable("[\"a\\\\\\u0000\"]")).isEqualTo("[\"a\\\\\"]");
        assertThat(JsonText.storable(null)).isNull();
    }
}
