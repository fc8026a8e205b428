using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LanguageJobs.Emulator.CommandLine;

/// <summary>Reads a certificate and its private key, as PEM or PFX.</summary>
internal static class CertificateFile
{
    /// <param name="path">The certificate; null for none.</param>
    /// <param name="keyPath">The private key of a PEM certificate; null where it is in the same file.</param>
    /// <param name="password">The password of either; null for none.</param>
    /// <exception cref="InvalidDataException">The file is not a certificate with a private key, or the password is wrong.</exception>
    public static X509Certificate2? Load(string? path, string? keyPath, string? password)
    {
        if (path is null)
            return keyPath is null ? null : throw new InvalidDataException("--certificate-key needs --certificate.");
        try
        {
            var certificate = IsPem(path) ? LoadPem(path, keyPath, password) : X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey ? certificate : throw new InvalidDataException($"'{path}' has no private key. Give it with --certificate-key.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"The certificate '{path}' cannot be used: {e.Message} PEM needs the private key, in the same file or in --certificate-key; PFX may need --certificate-password.", e);
        }
    }

    private static bool IsPem(string path)
    {
        var start = new byte[4096];
        using var file = File.OpenRead(path);
        return Encoding.ASCII.GetString(start, 0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)).Contains("-----BEGIN", StringComparison.Ordinal);
    }

    private static X509Certificate2 LoadPem(string path, string? keyPath, string? password)
    {
        using var pem = password is null
            ? X509Certificate2.CreateFromPemFile(path, keyPath)
            : X509Certificate2.CreateFromEncryptedPemFile(path, password, keyPath);
        // On Windows, TLS cannot use a private key that is only in memory, as one from PEM is.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }
}
