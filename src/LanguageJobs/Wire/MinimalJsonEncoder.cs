using System.Globalization;
using System.Text.Encodings.Web;

namespace LanguageJobs.Wire;

/// <summary>
/// Escapes what JSON demands and nothing else. The service counts bytes: an é is two and an emoji four, where the encoders of .NET write six and
/// twelve.
/// </summary>
internal sealed unsafe class MinimalJsonEncoder : JavaScriptEncoder
{
    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    // Half of a surrogate pair has no bytes in UTF-8: the base class puts the replacement character in its place.
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            var isPair = i + 1 < textLength && char.IsSurrogatePair(text[i], text[i + 1]);
            if (isPair)
                i++;
            else if (char.IsSurrogate(text[i]) || WillEncode(text[i]))
                return i;
        }
        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var escaped = unicodeScalar is '"' or '\\' ? $"\\{(char)unicodeScalar}"
            : unicodeScalar < ' ' ? $"\\u{unicodeScalar.ToString("x4", CultureInfo.InvariantCulture)}"
            : char.ConvertFromUtf32(unicodeScalar);
        numberOfCharactersWritten = escaped.Length <= bufferLength ? escaped.Length : 0;
        for (var i = 0; i < numberOfCharactersWritten; i++)
            buffer[i] = escaped[i];
        return numberOfCharactersWritten > 0;
    }
}
