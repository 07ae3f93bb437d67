package io.greenstack.descriptions.iodd.model.shape;

import static io.greenstack.descriptions.iodd.model.shape.Lexical.INTEGER;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TEXT;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TOKEN;

import io.greenstack.descriptions.iodd.model.DeviceIdentity;
import io.greenstack.descriptions.iodd.model.DeviceIdentity.DeviceVariant;
import io.greenstack.descriptions.iodd.model.DeviceIdentity.VendorLogo;
import io.greenstack.descriptions.iodd.model.IoDevice.Iso15745Reference;
import io.greenstack.descriptions.iodd.model.IoDevice.ProfileHeader;
import io.greenstack.descriptions.iodd.model.IoddList;
import io.greenstack.descriptions.iodd.model.shape.Shape.Choice;

/** Shapes: profile header and identity. */
final class IdentityShapes {

    static final Shape<Iso15745Reference> ISO_15745 = Shape.of(Iso15745Reference.class)
            .child("ISO15745Part", () -> TextShapes.TEXT_ELEMENT, Iso15745Reference::part)
            .child("ISO15745Edition", () -> TextShapes.TEXT_ELEMENT, Iso15745Reference::edition)
            .child("ProfileTechnology", () -> TextShapes.TEXT_ELEMENT, Iso15745Reference::technology)
            .make(v -> new Iso15745Reference(v.next(), v.next(), v.next(), v.source()));

    static final Shape<ProfileHeader> PROFILE_HEADER = Shape.of(ProfileHeader.class)
            .child("ProfileIdentification", () -> TextShapes.TEXT_ELEMENT, ProfileHeader::identification)
            .child("ProfileRevision", () -> TextShapes.TEXT_ELEMENT, ProfileHeader::revision)
            .child("ProfileName", () -> TextShapes.TEXT_ELEMENT, ProfileHeader::name)
            .child("ProfileSource", () -> TextShapes.TEXT_ELEMENT, ProfileHeader::profileSource)
            .child("ProfileClassID", () -> TextShapes.TEXT_ELEMENT, ProfileHeader::classId)
            .child("ISO15745Reference", () -> IdentityShapes.ISO_15745, ProfileHeader::iso15745)
            .make(v -> new ProfileHeader(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<VendorLogo> VENDOR_LOGO = Shape.of(VendorLogo.class)
            .required("name", TEXT, VendorLogo::name)
            .make(v -> new VendorLogo(v.next(), v.source()));

    static final Shape<DeviceVariant> DEVICE_VARIANT = Shape.of(DeviceVariant.class)
            .required("productId", TEXT, DeviceVariant::productId)
            .optional("deviceSymbol", TEXT, DeviceVariant::deviceSymbol)
            .optional("deviceIcon", TEXT, DeviceVariant::deviceIcon)
            .optional("hardwareRevision", TEXT, DeviceVariant::hardwareRevision)
            .optional("firmwareRevision", TEXT, DeviceVariant::firmwareRevision)
            .optionalChild("Name", () -> TextShapes.TEXT_REF, DeviceVariant::name)
            .optionalChild("Description", () -> TextShapes.TEXT_REF, DeviceVariant::description)
            .optionalChild("ProductName", () -> TextShapes.TEXT_REF, DeviceVariant::productName)
            .optionalChild("ProductText", () -> TextShapes.TEXT_REF, DeviceVariant::productText)
            .make(v -> new DeviceVariant(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next(), v.source()));

    static final Shape<IoddList<DeviceVariant>> DEVICE_VARIANT_COLLECTION = Shape.list("variants",
            Choice.of("DeviceVariant", () -> IdentityShapes.DEVICE_VARIANT));

    static final Shape<DeviceIdentity> DEVICE_IDENTITY = Shape.of(DeviceIdentity.class)
            .required("vendorId", INTEGER, DeviceIdentity::vendorId)
            .required("deviceId", INTEGER, DeviceIdentity::deviceId)
            .required("vendorName", TEXT, DeviceIdentity::vendorName)
            .optional("additionalDeviceIds", TOKEN, DeviceIdentity::additionalDeviceIds)
            .child("VendorText", () -> TextShapes.TEXT_REF, DeviceIdentity::vendorText)
            .child("VendorUrl", () -> TextShapes.TEXT_REF, DeviceIdentity::vendorUrl)
            .optionalChild("VendorLogo", () -> IdentityShapes.VENDOR_LOGO, DeviceIdentity::vendorLogo)
            .optionalChild("DeviceName", () -> TextShapes.TEXT_REF, DeviceIdentity::deviceName)
            .child("DeviceFamily", () -> TextShapes.TEXT_REF, DeviceIdentity::deviceFamily)
            .child("DeviceVariantCollection", () -> IdentityShapes.DEVICE_VARIANT_COLLECTION, DeviceIdentity::variants)
            .make(v -> new DeviceIdentity(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next(), v.next(), v.next(), v.source()));

    private IdentityShapes() {}
}
