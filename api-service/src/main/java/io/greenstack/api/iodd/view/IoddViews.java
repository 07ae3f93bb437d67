package io.greenstack.api.iodd.view;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.api.iodd.model.CommNetworkProfile;
import io.greenstack.api.iodd.model.Connection;
import io.greenstack.api.iodd.model.DeviceIdentity;
import io.greenstack.api.iodd.model.DeviceVariant;
import io.greenstack.api.iodd.model.DocumentInfo;
import io.greenstack.api.iodd.model.Features;
import io.greenstack.api.iodd.model.IoddDescription;
import io.greenstack.api.iodd.model.PhysicalLayer;
import io.greenstack.api.iodd.model.ProductRef;
import io.greenstack.api.iodd.model.Stamp;
import io.greenstack.api.iodd.model.SupportedAccessLocks;
import io.greenstack.api.iodd.model.Wire;
import io.greenstack.api.iodd.standard.IoddTexts;
import io.greenstack.api.iodd.view.IoddDetail.CommunicationView;
import io.greenstack.api.iodd.view.IoddDetail.ConnectionView;
import io.greenstack.api.iodd.view.IoddDetail.DocumentView;
import io.greenstack.api.iodd.view.IoddDetail.FeaturesView;
import io.greenstack.api.iodd.view.IoddDetail.VariantView;
import io.greenstack.api.iodd.view.IoddDetail.WireView;

/** Makes the detail of a description from its model. */
public final class IoddViews {

    private final IoddDescription description;
    private final IoddTexts texts;

    private IoddViews(IoddDescription description, IoddTexts texts) {
        this.description = description;
        this.texts = texts;
    }

    /**
     * The detail in a language.
     *
     * @param language language code, null = the primary language of the file
     */
    public static IoddDetail of(IoddDescription description, String language) {
        return new IoddViews(description, IoddTexts.of(description, language)).detail();
    }

    private IoddDetail detail() {
        DeviceIdentity identity = description.identity();
        FunctionViews functions = new FunctionViews(description, texts);
        List<Integer> additional = new ArrayList<>(description.deviceIds());
        additional.remove(Integer.valueOf(description.deviceId()));
        return new IoddDetail(texts.text(identity.deviceName()), texts.text(identity.vendorText()),
                texts.text(identity.vendorUrl()), identity.vendorLogo() == null ? null : identity.vendorLogo().name(),
                additional, List.copyOf(IoddTexts.languages(description)), document(identity), features(),
                communication(), description.variants().stream().map(this::variant).toList(), functions.parameters(),
                functions.processData(), functions.errors(), functions.events(),
                new MenuViews(description, texts, functions).menus());
    }

    private DocumentView document(DeviceIdentity identity) {
        DocumentInfo info = description.device().documentInfo();
        Stamp stamp = description.device().stamp();
        return new DocumentView(description.documentVersion(), description.releaseDate(),
                info == null ? null : info.copyright(), identity.vendorName(), texts.text(identity.vendorUrl()),
                texts.text(identity.vendorText()), texts.text(identity.deviceFamily()),
                stamp == null ? null : stamp.crc(),
                stamp == null || stamp.checker() == null ? null : stamp.checker().name(),
                stamp == null || stamp.checker() == null ? null : stamp.checker().version());
    }

    private FeaturesView features() {
        Features features = description.function() == null ? null : description.function().features();
        if (features == null) {
            return null;
        }
        SupportedAccessLocks locks = features.accessLocks();
        return new FeaturesView(features.blockParameter(), features.dataStorage(), features.profileCharacteristic(),
                locks == null ? null : locks.parameter(), locks == null ? null : locks.dataStorage(),
                locks == null ? null : locks.localParameterization(),
                locks == null ? null : locks.localUserInterface());
    }

    private List<CommunicationView> communication() {
        CommNetworkProfile profile = description.device().commNetworkProfile();
        List<CommunicationView> views = new ArrayList<>();
        for (PhysicalLayer layer : description.physicalLayers()) {
            views.add(new CommunicationView(profile.iolinkRevision(), profile.compatibleWith(), layer.anyBitrate(),
                    layer.minCycleTime(), layer.mSequenceCapability(), layer.sioSupported(), layer.physics(),
                    layer.connections().stream().map(this::connection).toList()));
        }
        return views;
    }

    private ConnectionView connection(Connection connection) {
        List<WireView> wires = new ArrayList<>();
        for (Wire wire : connection.wires()) {
            wires.add(new WireView(wire.number(), wire.color(), wire.function(), texts.text(wire.name())));
        }
        return new ConnectionView(connection.xsiType(), connection.connectionSymbol(),
                connection.products().stream().map(ProductRef::productId).toList(),
                texts.text(connection.description()),
                wires);
    }

    private VariantView variant(DeviceVariant variant) {
        return new VariantView(variant.productId(), variant.deviceSymbol(), variant.deviceIcon(),
                variant.hardwareRevision(), variant.firmwareRevision(), texts.text(variant.anyName()),
                texts.text(variant.anyText()));
    }
}
