package io.greenstack.descriptions.iodd.model.shape;

import static io.greenstack.descriptions.iodd.model.shape.Lexical.INTEGER;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TEXT;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TOKEN;

import io.greenstack.descriptions.iodd.model.IoDevice;
import io.greenstack.descriptions.iodd.model.IoDevice.Unit;
import io.greenstack.descriptions.iodd.model.IoddList;
import io.greenstack.descriptions.iodd.model.ProfileBody;
import io.greenstack.descriptions.iodd.model.shape.Shape.Choice;

/** Shapes: the root element. */
public final class IoddShapes {

    static final Shape<Unit> UNIT = Shape.of(Unit.class)
            .required("code", INTEGER, Unit::code)
            .required("abbr", TEXT, Unit::abbr)
            .optional("textId", TOKEN, Unit::textId)
            .make(v -> new Unit(v.next(), v.next(), v.next(), v.source()));

    static final Shape<IoddList<Unit>> UNIT_COLLECTION = Shape.list("units", Choice.of("Unit", () -> IoddShapes.UNIT));

    static final Shape<ProfileBody> PROFILE_BODY = Shape.of(ProfileBody.class)
            .child("DeviceIdentity", () -> IdentityShapes.DEVICE_IDENTITY, ProfileBody::identity)
            .child("DeviceFunction", () -> FunctionShapes.DEVICE_FUNCTION, ProfileBody::function)
            .make(v -> new ProfileBody(v.next(), v.next(), v.source()));

    /** {@code IoDevice}. */
    public static final Shape<IoDevice> IO_DEVICE = Shape.of(IoDevice.class)
            .optional("xsi:schemaLocation", TEXT, IoDevice::schemaLocation)
            .child("DocumentInfo", () -> TextShapes.DOCUMENT_INFO, IoDevice::documentInfo)
            .child("ProfileHeader", () -> IdentityShapes.PROFILE_HEADER, IoDevice::profileHeader)
            .child("ProfileBody", () -> IoddShapes.PROFILE_BODY, IoDevice::profileBody)
            .child("CommNetworkProfile", () -> CommunicationShapes.COMM_NETWORK_PROFILE, IoDevice::commNetworkProfile)
            .child("ExternalTextCollection", () -> TextShapes.EXTERNAL_TEXT_COLLECTION, IoDevice::texts)
            .optionalChild("UnitCollection", () -> IoddShapes.UNIT_COLLECTION, IoDevice::units)
            .child("Stamp", () -> TextShapes.STAMP, IoDevice::stamp)
            .make(v -> new IoDevice(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.source()));

    private IoddShapes() {}
}
