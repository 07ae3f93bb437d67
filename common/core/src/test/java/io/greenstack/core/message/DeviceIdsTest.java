package io.greenstack.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class DeviceIdsTest {

    @Test
    void namesThatFitAreJoined() {
        assertThat(DeviceIds.of("plant", "press", "t1").value()).isEqualTo("plant:press:t1");
    }

    @Test
    void namesThatDoNotFitStayReadableAndDistinct() {
        assertThat(DeviceIds.of("Halle 1", "Presse/7").value()).matches("Halle-1:Presse-7-[0-9a-f]{8}");
        assertThat(DeviceIds.of("x".repeat(80)).value()).hasSize(64);
    }

    @Test
    void differentNamesNeverShareAnId() {
        Set<String> ids = new HashSet<>();
        List<String[]> names = List.of(new String[]{"a", "b"}, new String[]{"a:b"}, new String[]{"a", "b", "c"},
                new String[]{"a:b", "c"}, new String[]{"a", "b:c"}, new String[]{"a b"}, new String[]{"a-b"},
                new String[]{"ä"}, new String[]{"ö"});

        names.forEach(name -> ids.add(String.valueOf(DeviceIds.of(name).value())));

        // "a" + "b" and the single name "a:b" are of different dialects; all others differ.
        assertThat(ids).hasSize(names.size() - 1);
    }
}
