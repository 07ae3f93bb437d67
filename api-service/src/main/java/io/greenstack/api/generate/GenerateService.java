package io.greenstack.api.generate;

import java.net.URI;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.generators.Blueprint;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.Site;
import io.greenstack.generators.registry.Generators;

/** Makes files of stored descriptions and of registered devices. */
@ApplicationScoped
class GenerateService {

    private static final int MOST_CHOSEN = 1_000;

    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final DeviceService devices;
    private final GenerateSettings settings;

    GenerateService(DescriptionService descriptions, OpenDescriptions open, DeviceService devices,
            GenerateSettings settings) {
        this.descriptions = descriptions;
        this.open = open;
        this.devices = devices;
        this.settings = settings;
    }

    /**
     * A file of a description.
     *
     * @param chosen keys of values and ids of parameters, empty = all
     * @param base URL of the request
     * @throws ApiException 404 when there is no such description or generator
     */
    GeneratedFile ofDescription(long id, String generator, List<String> chosen, URI base) {
        return generator(generator).generate(blueprint(descriptions.summary(id, null), null, chosen, base));
    }

    /**
     * A file of a device, by the description it is bound to.
     *
     * @throws ApiException 404 when there is no such device or generator, 409 when the device has no description
     */
    GeneratedFile ofDevice(String deviceId, String generator, List<String> chosen, URI base) {
        devices.require(deviceId);
        long description = devices.boundDescription(deviceId)
                .orElseThrow(() -> ApiException.conflict("no-description",
                        "Device " + deviceId + " is bound to no description yet; import its file or bind it."));
        return generator(generator)
                .generate(blueprint(descriptions.summary(description, null), deviceId, chosen, base));
    }

    /** What files of a description are made of. */
    Blueprint blueprint(DescriptionSummary summary, String deviceId, List<String> chosen, URI base) {
        if (chosen != null && chosen.size() > MOST_CHOSEN) {
            throw ApiException.invalidParameter("field", "at most " + MOST_CHOSEN + " are accepted");
        }
        OpenDescription description = open.of(summary);
        Blueprint.Origin origin = new Blueprint.Origin(summary.id(), summary.kind(), summary.vendorId(),
                summary.deviceId(), summary.vendorName(), summary.productName(), summary.fileName());
        return new Blueprint(origin, deviceId, descriptions.layout(summary.id()), description.parameterLines(null),
                description.events().all(null), chosen == null ? Set.of() : Set.copyOf(chosen), site(base));
    }

    private Site site(URI base) {
        String url = settings.apiUrl().orElseGet(() -> base.getScheme() + "://" + base.getRawAuthority());
        return new Site(url.replaceAll("/+$", ""), settings.brokerHost(), settings.brokerPort(),
                settings.topicPrefix());
    }

    private static Generator generator(String id) {
        return Generators.find(id)
                .orElseThrow(() -> ApiException.notFound("There is no generator " + id + "; there are "
                        + String.join(", ", Generators.all().stream().map(Generator::id).toList()) + "."));
    }
}
