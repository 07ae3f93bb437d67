package io.greenstack.api.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.imports.UploadService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.PageRequest;
import io.quarkus.runtime.configuration.MemorySize;
import io.restassured.http.ContentType;

/** From a device that nobody knows to values with names, without a hand; and what becomes of libraries that misbehave. */
@ApiTest
class SourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    SourceRepository repository;
    @Inject
    UploadService uploads;
    @Inject
    Clock clock;

    private final LibraryStub library = new LibraryStub();
    private final int product = ThreadLocalRandom.current().nextInt(1_000_000, 16_000_000);
    private final String device = "s" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void close() {
        given().delete("/api/devices/" + device);
        library.close();
    }

    @Test
    void aDeviceThatNobodyKnowsIsBoundByItself() {
        library.add(product, Samples.simple(product));
        register();
        given().get("/api/devices/" + device).then().body("binding.state", equalTo("description_missing"));
        MissingFetcher fetcher = new MissingFetcher(service(library.url()), repository, settings(library.url()), clock);
        fetcher.start(null);
        try {
            await().atMost(LIMIT).untilAsserted(() -> given().get("/api/devices/" + device).then()
                    .body("binding.state", equalTo("bound")));
        } finally {
            fetcher.stop(null);
        }

        int id = given().get("/api/devices/" + device).jsonPath().getInt("binding.description_id");
        given().queryParam("description_id", id).get("/api/iodd-source/fetched").then().statusCode(200)
                .body("[0].address", equalTo(library.url() + "/vendors/65535/iodds/" + product + "/files/zip/rated"))
                .body("[0].fetched_by", equalTo("iodd-source"));
        given().contentType(ContentType.JSON).body("{\"hex\":\"00EB023402\"}")
                .post("/api/descriptions/" + id + "/decode").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"garbage,REFUSED", "gone,NOT_FOUND", "huge,REFUSED", "endless,REFUSED", "away,AWAY", "silent,AWAY",
            "elsewhere,AWAY"})
    void aLibraryThatMisbehavesLeavesAnHonestStateAndNothingStored(String behaviour, FetchState state) {
        library.add(product, Samples.simple(product));
        library.behave(behaviour);
        register();

        assertThat(service(library.url()).tryOne(missing(), "test")).isEqualTo(state);

        MissingFetch told = find();
        assertThat(told.state()).isEqualTo(state);
        assertThat(told.code()).isNotBlank();
        assertThat(told.detail()).isNotBlank();
        assertThat(told.nextTryAt()).isAfter(clock.instant());
        given().get("/api/devices/" + device).then().body("binding.state", equalTo("description_missing"));
        assertThat(repository.next(clock.instant()).filter(next -> next.deviceId() == product)).isEmpty();
        given().delete("/api/iodd-source/missing").then().statusCode(200).body("forgotten", greaterThan(0));
        assertThat(find().state()).isEqualTo(FetchState.WAITING);
    }

    @Test
    void whatTheLibraryDoesNotHaveIsNotAskedForAgain() {
        register();
        SourceService service = service(library.url());

        assertThat(service.tryOne(missing(), "test")).isEqualTo(FetchState.NOT_FOUND);

        assertThat(find().nextTryAt()).isAfter(clock.instant().plus(Duration.ofHours(23)));
        assertThat(library.asked()).hasSize(1).first().asString().contains("deviceIdString=" + product)
                .contains("status=APPROVED");
    }

    @Test
    void aRedirectToTheSameHostIsFollowed() {
        library.add(product, Samples.simple(product));
        library.behave("moved");

        assertThat(service(library.url()).fetch(65_535, product, null, "test")).hasSize(1);
    }

    @Test
    void aServerThatCannotBeReachedIsAway() {
        register();
        String url = library.url();
        library.close();

        assertThat(service(url).tryOne(missing(), "test")).isEqualTo(FetchState.AWAY);
        assertThat(find().nextTryAt()).isBefore(clock.instant().plus(Duration.ofMinutes(2)));
    }

    @Test
    void theLibraryIsSearchedByNamesAndIds() {
        library.add(product, Samples.simple(product));
        library.add(product + 1, Samples.simple(product + 1));
        SourceService service = service(library.url());

        assertThat(service.search(SourceSearch.of(65_535, product)).drivers()).extracting(SourceDriver::productName)
                .containsExactly("P" + product);
        assertThat(service.search(SourceSearch.of(1, product)).drivers()).isEmpty();
        assertThat(service.search(new SourceSearch(null, null, "greenstack", "p" + (product + 1), 0, 10)).drivers())
                .extracting(SourceDriver::deviceId).containsExactly((long) product + 1);
    }

    @Test
    void aFolderOfTheSameLayoutServesPlantsWithoutInternet(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("vendors/65535/iodds/17/files/zip/rated");
        Files.createDirectories(file.getParent());
        Files.write(file, LibraryStub.zip("Test-20260131-IODD1.1.xml", Samples.simple(product)));
        Files.writeString(folder.resolve("drivers.json"), "{\"content\":[{\"vendorId\":65535,\"deviceId\":" + product
                + ",\"ioddId\":17}]}");

        assertThat(service(folder.toUri().toString()).fetch(65_535, product, null, "test")).hasSize(1);
        assertThatThrownBy(() -> service(folder.toUri().toString()).fetch(65_535, product + 1, null, "test"))
                .isInstanceOfSatisfying(ApiException.class, failure -> assertThat(failure.status()).isEqualTo(404));
    }

    @Test
    void itIsOffUntilSomebodySetsALibrary() {
        given().get("/api/iodd-source").then().statusCode(200).body("enabled", equalTo(false));
        given().get("/api/iodd-source/drivers").then().statusCode(409).body("code", equalTo("source-off"));
        given().contentType(ContentType.JSON).body("{\"vendor_id\":310,\"device_id\":733}")
                .post("/api/iodd-source/fetch").then().statusCode(409);
        given().contentType(ContentType.JSON).body("{\"vendor_id\":0,\"device_id\":733}")
                .post("/api/iodd-source/fetch").then().statusCode(400).body("errors[0].field", startsWith("vendor_id"));
        assertThatThrownBy(() -> service("ftp://x")).hasMessageContaining("GREENSTACK_IODD_SOURCE_URL");
    }

    private void register() {
        given().contentType(ContentType.JSON).body("{\"device_id\":\"" + device
                + "\",\"iolink\":{\"vendor_id\":65535,\"device_id\":" + product + "}}").post("/api/devices/register")
                .then().statusCode(201);
    }

    private MissingFetch missing() {
        return new MissingFetch(65_535, product, 1, FetchState.WAITING, null, null, 0, null, null);
    }

    private MissingFetch find() {
        given().queryParam("size", 500).get("/api/iodd-source/missing").then().statusCode(200).body("device_id",
                hasItem(product));
        return repository.missing(new PageRequest(1, 500)).items().stream().filter(one -> one.deviceId() == product)
                .findFirst().orElseThrow();
    }

    private SourceService service(String url) {
        return new SourceService(settings(url), repository, uploads, clock);
    }

    private static SourceSettings settings(String url) {
        return new SourceSettings() {
            @Override
            public Optional<String> url() {
                return Optional.of(url);
            }

            @Override
            public boolean automatic() {
                return true;
            }

            @Override
            public Optional<String> proxy() {
                return Optional.empty();
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(2);
            }

            @Override
            public MemorySize maxSize() {
                return new MemorySize(BigInteger.valueOf(10 * 1024 * 1024));
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration pause() {
                return Duration.ofMillis(10);
            }

            @Override
            public Duration remember() {
                return Duration.ofHours(24);
            }

            @Override
            public Duration retry() {
                return Duration.ofMinutes(1);
            }
        };
    }
}
