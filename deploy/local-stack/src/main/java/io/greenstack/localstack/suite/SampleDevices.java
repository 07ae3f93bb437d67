package io.greenstack.localstack.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.simulation.SignalModel;
import io.greenstack.localstack.suite.ApiClient.Answer;

/** Imports the sample device files of the repository and derives the simulated devices from them. */
public final class SampleDevices {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final ApiClient api;
    private final Path folder;

    /**
     * @param folder folder of the sample files, which may be in folders below it
     */
    public SampleDevices(ApiClient api, Path folder) {
        this.api = api;
        this.folder = folder;
    }

    /** The files in alphabetical order. */
    List<Path> files() throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().matches("(?i).*\\.(xml|zip|eds)")).sorted().toList();
        }
    }

    /**
     * Imports all sample files; one that is there already is fine. A kind of file that this API does not take (404) is
     * left out.
     *
     * @return how many were imported or there already
     * @throws SuiteException when the API refuses one
     */
    public int importAll() throws IOException {
        int imported = 0;
        for (Path file : files()) {
            Answer answer = api.upload(file);
            if (answer.isOk() || answer.status() == CONFLICT) {
                imported++;
            } else if (answer.status() != NOT_FOUND) {
                throw new SuiteException(SuiteException.FAILURE, "The API refuses the sample file " + file + ": "
                        + answer.status() + " " + answer.body());
            }
        }
        return imported;
    }

    /**
     * A device that is simulated.
     *
     * @param deviceId id in topics
     * @param descriptionId description that it is made of
     * @param hex process data as it may send them
     * @param request what is posted to {@code /api/simulations}
     */
    public record SimulatedSample(String deviceId, long descriptionId, String hex, String request) {}

    /**
     * Three devices: one of an IO-Link sample, two of another whose process data depend on parameters, with different
     * ones.
     */
    public List<SimulatedSample> simulated() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (JsonNode description : descriptions()) {
            samples.add(new Sample(description, layout(description)));
        }
        if (samples.isEmpty()) {
            return List.of();
        }
        Sample twice = samples.stream().filter(sample -> !SignalModel.otherParameters(sample.layout()).isEmpty())
                .findFirst().orElse(samples.get(samples.size() - 1));
        Sample once = samples.stream().filter(sample -> sample != twice).findFirst().orElse(twice);
        return List.of(once.simulated(once == twice ? 3 : 1, Map.of()), twice.simulated(1, Map.of()),
                twice.simulated(2, SignalModel.otherParameters(twice.layout())));
    }

    /**
     * Simulates a device; one that is simulated already is fine.
     *
     * @throws SuiteException when the API refuses it
     */
    public void simulate(SimulatedSample sample) throws IOException {
        Answer answer = api.post("/api/simulations", sample.request());
        if (!answer.isOk() && answer.status() != CONFLICT) {
            throw new SuiteException(SuiteException.FAILURE, "The API does not simulate " + sample.deviceId() + ": "
                    + answer.status() + " " + answer.body());
        }
    }

    /** Stops the devices of an earlier run. */
    void stopSimulations() throws IOException {
        for (JsonNode simulation : api.get("/api/simulations").body()) {
            api.delete("/api/simulations/" + simulation.path("device_id").asText());
        }
    }

    /** An imported sample file with its process data. */
    private record Sample(JsonNode description, ProcessDataLayout layout) {

        SimulatedSample simulated(int number, Map<String, Long> parameters) {
            String product = description.path("product_name").asText("Sample device");
            String id = product.strip().split("\\s")[0].toLowerCase(Locale.ROOT) + "-" + number;
            ObjectNode request = JsonNodeFactory.instance.objectNode().put("device_id", id)
                    .put("description_id", description.path("id").asLong())
                    .put("name", product + ", simulated no. " + number);
            ObjectNode values = request.putObject("parameters");
            parameters.forEach(values::put);
            return new SimulatedSample(id, description.path("id").asLong(),
                    HexFormat.of().withUpperCase().formatHex(new SignalModel(layout, parameters).octets(0)),
                    request.toString());
        }
    }

    private List<JsonNode> descriptions() throws IOException {
        List<String> names = files().stream().map(path -> path.getFileName().toString()).toList();
        List<JsonNode> descriptions = new ArrayList<>();
        for (String name : names) {
            for (JsonNode description : api.get("/api/descriptions?kind=IODD&size=100").body()) {
                if (name.equals(description.path("file_name").asText())) {
                    descriptions.add(description);
                    break;
                }
            }
        }
        return descriptions;
    }

    private ProcessDataLayout layout(JsonNode description) throws IOException {
        Answer answer = api.get("/api/descriptions/" + description.path("id").asLong() + "/process-data-layout");
        if (!answer.isOk()) {
            throw new SuiteException(SuiteException.FAILURE, "The API has no layout for "
                    + description.path("file_name").asText() + ": " + answer.status() + " " + answer.body());
        }
        return LayoutJson.read(answer.body().toString());
    }

    /** Whether the API knows the device, so that its readings will be decoded. */
    public boolean isRegistered(SimulatedSample sample) {
        try {
            return api.get("/api/devices/" + sample.deviceId()).isOk();
        } catch (IOException e) {
            return false;
        }
    }
}
