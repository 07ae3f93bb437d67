package io.greenstack.bridge.platform;

import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.greenstack.bridge.dialect.Publisher;
import io.greenstack.bridge.master.AdapterFactory;
import io.greenstack.bridge.master.MasterFeed;
import io.greenstack.bridge.master.MasterHttp;
import io.greenstack.bridge.master.MasterRequests;
import io.greenstack.bridge.master.ice2.Ice2Adapter;
import io.greenstack.bridge.master.ifm.IfmHttpAdapter;
import io.greenstack.bridge.master.ifm.IfmMqttAdapter;
import io.greenstack.bridge.master.jsoniolink.JsonIoLinkAdapter;
import io.greenstack.bridge.master.jsoniolink.JsonIoLinkMqttAdapter;
import io.greenstack.platform.master.MasterConfig;
import io.greenstack.platform.master.MasterSecrets;
import io.greenstack.platform.master.MasterSettings;
import io.greenstack.platform.network.AllowedNetworks;
import io.vertx.core.Vertx;

/** Registers the adapters of masters, by the kind of master. */
class MasterBeans {

    /** Where gateways have JSON for IO-Link unless they say otherwise. */
    private static final String GATEWAY_PATH = "/iolink/v1";

    @Produces
    @Singleton
    AdapterFactory adapters(Vertx vertx, MasterFeed feed, Publisher publisher, MasterSettings settings,
            MasterSecrets secrets) {
        AllowedNetworks networks = new AllowedNetworks(settings.networks());
        BiFunction<MasterConfig, String, MasterHttp> http = (master, path) -> new MasterHttp(vertx,
                address(master, path), master.verifyCertificate(), networks, settings.connectTimeout(),
                settings.requestTimeout());
        return new AdapterFactory(Map.of(
                "IFM_HTTP",
                master -> new IfmHttpAdapter(http.apply(master, ""), master.username(), password(secrets, master)),
                "IFM_MQTT",
                master -> new IfmMqttAdapter(vertx, http.apply(master, ""), feed,
                        new MasterRequests(vertx, publisher, settings.requestTimeout()), master,
                        settings.broker().map(String::strip).filter(text -> !text.isEmpty()).orElse(null),
                        password(secrets, master)),
                "JSON_IO_LINK",
                master -> new JsonIoLinkAdapter(http.apply(master, GATEWAY_PATH), master.username(),
                        password(secrets, master)),
                "ICE2", master -> new Ice2Adapter(vertx, feed, publisher, master, settings.requestTimeout()),
                "JSON_IO_LINK_MQTT",
                master -> new JsonIoLinkMqttAdapter(vertx, feed, publisher, master, settings.requestTimeout())));
    }

    /** An address with a path of its own stays as it is. */
    private static URI address(MasterConfig master, String path) {
        URI given = URI.create(master.address());
        boolean plain = given.getRawPath() == null || given.getRawPath().isEmpty();
        return plain ? URI.create(master.address() + path) : given;
    }

    private static String password(MasterSecrets secrets, MasterConfig master) {
        return master.sealedPassword() == null ? null : secrets.open(master.id(), master.sealedPassword());
    }
}
