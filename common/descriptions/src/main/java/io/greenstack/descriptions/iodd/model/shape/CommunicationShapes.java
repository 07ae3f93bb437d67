package io.greenstack.descriptions.iodd.model.shape;

import static io.greenstack.descriptions.iodd.model.shape.Lexical.BOOLEAN;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.INTEGER;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TEXT;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TOKEN;

import io.greenstack.descriptions.iodd.model.CommNetworkProfile;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.Connection;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.EventTrigger;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.PhysicalLayer;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.ProductRef;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.TestConfig;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.TestProfile;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.Wire;
import io.greenstack.descriptions.iodd.model.IoddList;
import io.greenstack.descriptions.iodd.model.shape.Shape.Choice;

/** Shapes: the communication profile. */
final class CommunicationShapes {

    static final Shape<Wire> WIRE = Shape.of(Wire.class)
            .named(Wire::element)
            .optional("xsi:type", TOKEN, Wire::xsiType)
            .optional("color", TOKEN, Wire::color)
            .optional("function", TOKEN, Wire::function)
            .optionalChild("Name", () -> TextShapes.TEXT_REF, Wire::name)
            .make(v -> new Wire(v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<ProductRef> PRODUCT_REF = Shape.of(ProductRef.class)
            .required("productId", TEXT, ProductRef::productId)
            .make(v -> new ProductRef(v.next(), v.source()));

    static final Shape<Connection> CONNECTION = Shape.of(Connection.class)
            .required("xsi:type", TOKEN, Connection::xsiType)
            .optional("connectionSymbol", TEXT, Connection::connectionSymbol)
            .children("products", Connection::products, Choice.of("ProductRef", () -> CommunicationShapes.PRODUCT_REF))
            .optionalChild("Description", () -> TextShapes.TEXT_REF, Connection::description)
            .children("wires", Connection::wires, Choice.numbered("Wire", 9, () -> CommunicationShapes.WIRE))
            .make(v -> new Connection(v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<PhysicalLayer> PHYSICAL_LAYER = Shape.of(PhysicalLayer.class)
            .optional("bitrate", TOKEN, PhysicalLayer::bitrate)
            .optional("baudrate", TOKEN, PhysicalLayer::baudrate)
            .optional("minCycleTime", INTEGER, PhysicalLayer::minCycleTime)
            .optional("sioSupported", BOOLEAN, PhysicalLayer::sioSupported)
            .optional("mSequenceCapability", INTEGER, PhysicalLayer::mSequenceCapability)
            .optional("physics", TOKEN, PhysicalLayer::physics)
            .optional("WMinCycleTimeOut", INTEGER, PhysicalLayer::minCycleTimeOut)
            .optional("WMinCycleTimeIn", INTEGER, PhysicalLayer::minCycleTimeIn)
            .optional("maxTxPower", INTEGER, PhysicalLayer::maxTxPower)
            .optional("defaultSlotType", TOKEN, PhysicalLayer::defaultSlotType)
            .optional("isABridge", BOOLEAN, PhysicalLayer::isABridge)
            .optional("isLowPowerDevice", BOOLEAN, PhysicalLayer::isLowPowerDevice)
            .children("connections", PhysicalLayer::connections,
                    Choice.of("Connection", () -> CommunicationShapes.CONNECTION))
            .make(v -> new PhysicalLayer(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<IoddList<PhysicalLayer>> TRANSPORT_LAYERS = Shape.list("physical_layers",
            Choice.of("PhysicalLayer", () -> CommunicationShapes.PHYSICAL_LAYER));

    static final Shape<EventTrigger> EVENT_TRIGGER = Shape.of(EventTrigger.class)
            .required("appearValue", INTEGER, EventTrigger::appearValue)
            .required("disappearValue", INTEGER, EventTrigger::disappearValue)
            .make(v -> new EventTrigger(v.next(), v.next(), v.source()));

    static final Shape<TestConfig> TEST_CONFIG = Shape.of(TestConfig.class)
            .named(TestConfig::element)
            .required("index", INTEGER, TestConfig::index)
            .optional("testValue", TEXT, TestConfig::testValue)
            .children("triggers", TestConfig::triggers,
                    Choice.of("EventTrigger", () -> CommunicationShapes.EVENT_TRIGGER))
            .make(v -> new TestConfig(v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<TestProfile> TEST_PROFILE = Shape.of(TestProfile.class)
            .optional("xsi:type", TOKEN, TestProfile::xsiType)
            .children("configs", TestProfile::configs,
                    Choice.numbered("Config", 7, () -> CommunicationShapes.TEST_CONFIG))
            .make(v -> new TestProfile(v.next(), v.next(), v.source()));

    static final Shape<CommNetworkProfile> COMM_NETWORK_PROFILE = Shape.of(CommNetworkProfile.class)
            .required("xsi:type", TOKEN, CommNetworkProfile::xsiType)
            .optional("iolinkRevision", TOKEN, CommNetworkProfile::iolinkRevision)
            .optional("compatibleWith", TOKEN, CommNetworkProfile::compatibleWith)
            .optional("iolinkWirelessRevision", TOKEN, CommNetworkProfile::iolinkWirelessRevision)
            .child("TransportLayers", () -> CommunicationShapes.TRANSPORT_LAYERS, CommNetworkProfile::transportLayers)
            .optionalChild("Test", () -> CommunicationShapes.TEST_PROFILE, CommNetworkProfile::test)
            .make(v -> new CommNetworkProfile(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    private CommunicationShapes() {}
}
