package io.greenstack.descriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.iodd.IoddFormat;

class ReleaseOrderTest {

    private static final DescriptionFormats FORMATS = new DescriptionFormats(
            List.of(new IoddFormat(), new EdsFormat()));

    private static Release eds(long id, Integer major, Integer minor) {
        return new Release(id, "V", List.of(), major, minor, LocalDate.of(2020, 1, (int) id),
                null);
    }

    private static Release iodd(long id, String date, String version) {
        return new Release(id, "V", List.of(), null, null,
                date == null ? null : LocalDate.parse(date), version);
    }

    private static List<Long> order(String kind, Release... releases) {
        return Stream.of(releases).sorted(FORMATS.newestFirst(kind)).map(Release::id).toList();
    }

    @Test
    void revisionsCountAsNumbersAndDatesOfEdsFilesDoNotCount() {
        assertThat(order("EDS", eds(1, 2, 1), eds(2, 2, 10), eds(3, 1, 99), eds(4, null, null), eds(5, 2, 1)))
                .containsExactly(2L, 1L, 5L, 3L, 4L);
        assertThat(FORMATS.of("EDS").age().compare(eds(1, 2, 1), eds(5, 2, 1))).isZero();
        assertThat(eds(1, 2, 10).revision()).isEqualTo("2.10");
    }

    @Test
    void anIoddIsReleasedByDateThenVersion() {
        assertThat(order("IODD", iodd(1, "2020-01-01", "V1.9"), iodd(2, "2020-01-01", "V1.10"),
                iodd(3, "2021-01-01", "V1.0"),
                iodd(4, null, "V9"), iodd(5, "2020-01-01", "V1.10"))).containsExactly(3L, 2L, 5L, 1L, 4L);
        assertThat(Release.compareVersions("V1.0", "1.0.0")).isZero();
        assertThat(Release.compareVersions("V1.1.1", "V1.1")).isPositive();
        assertThat(Release.compareVersions(null, "1")).isNegative();
        assertThat(Release.compareVersions("99999999999999999999", "1")).isPositive();
    }
}
