using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>Lets the engine convert deserialized objects, as from Import-Clixml, Receive-Job and remoting, to live ones.</summary>
public sealed class DeserializedObjectConverter : PSTypeConverter
{
    /// <summary>True for what was an object of the type before it was serialized.</summary>
    public override bool CanConvertFrom(PSObject sourceValue, Type destinationType) =>
        sourceValue is not null && DeserializedObject.TypeOf(sourceValue) == destinationType;

    /// <summary>Makes the live object. Properties that someone added to the saved one are kept.</summary>
    public override object ConvertFrom(PSObject sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        try
        {
            var live = PSObject.AsPSObject(ObjectReader.Read(sourceValue, destinationType));
            foreach (var property in sourceValue.Properties.OfType<PSNoteProperty>().Where(property => live.Properties[property.Name] is null))
                live.Properties.Add(new PSNoteProperty(property.Name, property.Value));
            return live;
        }
        catch (FormatException e)
        {
            throw new PSInvalidCastException(e.Message, e);
        }
    }

    /// <summary>False: only what was serialized is converted.</summary>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        sourceValue is PSObject value && CanConvertFrom(value, destinationType);

    /// <summary>Makes the live object.</summary>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        ConvertFrom((PSObject)sourceValue, destinationType, formatProvider, ignoreCase);

    /// <summary>False: the objects convert to nothing else.</summary>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <summary>Never called.</summary>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();
}
