package io.greenstack.bridge.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {

    private final Window window = new Window(8);

    @Test
    void fallsToOneAndDoublesWithEveryFullWindow() {
        assertThat(window.size()).isEqualTo(8);
        window.refused();
        assertThat(window.size()).isEqualTo(1);
        window.taken(1);
        window.taken(2);
        assertThat(window.size()).isEqualTo(4);
        window.taken(4);
        window.taken(8);
        assertThat(window.size()).isEqualTo(8);
    }

    @Test
    void aWindowThatWasNotFullSaysNothing() {
        window.refused();
        window.taken(1);
        window.taken(1);

        assertThat(window.size()).isEqualTo(2);
    }
}
