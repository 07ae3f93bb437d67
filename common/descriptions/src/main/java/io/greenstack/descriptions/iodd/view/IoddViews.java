package io.greenstack.descriptions.iodd.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.iodd.model.CommNetworkProfile;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.Connection;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.PhysicalLayer;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.ProductRef;
import io.greenstack.descriptions.iodd.model.DeviceFunction.Features;
import io.greenstack.descriptions.iodd.model.DeviceFunction.SupportedAccessLocks;
import io.greenstack.descriptions.iodd.model.DeviceIdentity;
import io.greenstack.descriptions.iodd.model.DeviceIdentity.DeviceVariant;
import io.greenstack.descriptions.iodd.model.DocumentInfo;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.Stamp;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.view.IoddDetail.CommunicationView;
import io.greenstack.descriptions.iodd.view.IoddDetail.ConnectionView;
import io.greenstack.descriptions.iodd.view.IoddDetail.DocumentView;
import io.greenstack.descriptions.iodd.view.IoddDetail.FeaturesView;
import io.greenstack.descriptions.iodd.view.IoddDetail.VariantView;
import io.greenstack.descriptions.iodd.view.IoddDetail.WireView;
import io.greenstack.descriptions.iodd.view.IoddDetail.WirelessView;

/**
 * Makes the detail of a description from its model, each view when it is asked for.
 *
 * @param functions variables, process data, errors and events
 * @param menus menus and roles
 * @param parts parts that the detail does not have
 */
public record IoddViews(IoddDescription description, IoddTexts texts, FunctionViews functions, MenuViews menus,
        PartViews parts) {

    /**
     * The detail in a language.
     *
     * @param language language code, null = the primary language of the file
     */
    public static IoddDetail of(IoddDescription description, String language) {
        return in(description, language).detail();
    }

    /**
     * All views in a language, each made when it is asked for.
     *
     * @param language language code, null = the primary language of the file
     */
    public static IoddViews in(IoddDescription description, String language) {
        IoddTexts texts = IoddTexts.of(description, language);
        FunctionViews functions = new FunctionViews(description, texts);
        return new IoddViews(description, texts, functions, new MenuViews(description, texts, functions),
                new PartViews(description, functions));
    }

    /** The whole detail. */
    public IoddDetail detail() {
        return detail(Integer.MAX_VALUE);
    }

    /**
     * The detail.
     *
     * @param most how many parameters it has at most; views of others are not made
     */
    public IoddDetail detail(int most) {
        DeviceIdentity identity = description.identity();
        List<Integer> additional = new ArrayList<>(description.deviceIds());
        additional.remove(Integer.valueOf(description.deviceId()));
        return new IoddDetail(texts.text(identity.deviceName()), texts.text(identity.vendorText()),
                texts.text(identity.vendorUrl()), identity.vendorLogo() == null ? null : identity.vendorLogo().name(),
                additional, List.copyOf(IoddTexts.languages(description)), productNames(), document(), features(),
                layers(), variants(), functions.parameters(0, most), functions.processData(), functions.errors(),
                functions.events(), menus.menus());
    }

    /** Product names by language; languages that only repeat the primary name are there too. */
    private Map<String, String> productNames() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : IoddTexts.languages(description)) {
            String name = productName(description, IoddTexts.of(description, language));
            if (!name.isEmpty()) {
                names.put(language, name);
            }
        }
        return names;
    }

    /** Name of the product: of the device, else of its first named variant, else the first product id; empty if none. */
    public static String productName(IoddDescription description, IoddTexts texts) {
        String name = texts.label(description.identity().deviceName());
        for (DeviceVariant variant : description.variants()) {
            name = name.isEmpty() ? texts.label(variant.anyName()) : name;
            name = name.isEmpty() && variant.productId() != null ? variant.productId().strip() : name;
        }
        return name;
    }

    /** Variants. */
    public List<VariantView> variants() {
        return description.variants().stream().map(this::variant).toList();
    }

    /** Communication; without layers if the file says nothing of it. */
    public IoddParts.CommunicationPart communication() {
        return PartViews.communication(layers());
    }

    /** Wires by connection type. */
    public Map<String, List<WireView>> wiring() {
        return PartViews.wiring(layers());
    }

    /** Menus with their parameters. */
    public IoddParts.ConfigSchema configSchema() {
        return PartViews.configSchema(menus.menus());
    }

    /** Buttons of all menus. */
    public List<IoddParts.MenuButtonView> menuButtons() {
        return PartViews.buttons(menus.menus());
    }

    /** About the file. */
    public DocumentView document() {
        DeviceIdentity identity = description.identity();
        DocumentInfo info = description.device().documentInfo();
        Stamp stamp = description.device().stamp();
        return new DocumentView(description.documentVersion(), description.releaseDate(),
                info == null ? null : info.copyright(), identity.vendorName(), texts.text(identity.vendorUrl()),
                texts.text(identity.vendorText()), description.variants().stream().map(v -> texts.text(v.anyText()))
                        .filter(text -> text != null).findFirst().orElse(null),
                texts.text(identity.deviceFamily()),
                stamp == null ? null : stamp.crc(),
                stamp == null || stamp.checker() == null ? null : stamp.checker().name(),
                stamp == null || stamp.checker() == null ? null : stamp.checker().version());
    }

    /** Features; all members are null if the file names none. */
    public FeaturesView features() {
        Features features = description.function() == null ? null : description.function().features();
        if (features == null) {
            return new FeaturesView(null, null, null, null, null, null, null);
        }
        SupportedAccessLocks locks = features.accessLocks();
        return new FeaturesView(features.blockParameter(), features.dataStorage(), features.profileCharacteristic(),
                locks == null ? null : locks.parameter(), locks == null ? null : locks.dataStorage(),
                locks == null ? null : locks.localParameterization(),
                locks == null ? null : locks.localUserInterface());
    }

    private List<CommunicationView> layers() {
        CommNetworkProfile profile = description.device().commNetworkProfile();
        return description.physicalLayers().stream().map(layer -> new CommunicationView(profile.iolinkRevision(),
                profile.compatibleWith(), layer.anyBitrate(), layer.minCycleTime(), layer.mSequenceCapability(),
                mSequenceText(layer), IoddDetail.MSequenceView.of(layer.mSequenceCapability()), layer.sioSupported(),
                layer.physics(), wireless(profile, layer),
                layer.connections().stream().map(this::connection).toList())).toList();
    }

    private static String mSequenceText(PhysicalLayer layer) {
        String written = layer.source().lexical().get("mSequenceCapability");
        return written != null || layer.mSequenceCapability() == null
                ? written
                : layer.mSequenceCapability().toString();
    }

    private static WirelessView wireless(CommNetworkProfile profile, PhysicalLayer layer) {
        return profile.iolinkWirelessRevision() == null
                ? null
                : new WirelessView(profile.iolinkWirelessRevision(), layer.minCycleTimeOut(), layer.minCycleTimeIn(),
                        layer.maxTxPower(), layer.defaultSlotType(), layer.isABridge(), layer.isLowPowerDevice());
    }

    private ConnectionView connection(Connection connection) {
        List<WireView> wires = connection.wires().stream().map(wire -> new WireView(wire.number(), wire.color(),
                WireFunctions.of(connection, wire), texts.text(wire.name()))).toList();
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
