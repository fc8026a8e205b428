using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LanguageJobs.Emulator;
using LanguageJobs.Emulator.CommandLine;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Emulator;

public class HttpsTests
{
    [Theory]
    [InlineData("Bearer")]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task A_token_is_accepted_over_https_whatever_the_case_of_its_scheme(string scheme)
    {
        using var certificate = CreateCertificate();
        await using var emulator = await LanguageEmulator.StartAsync(new EmulatorOptions
        {
            Url = "https://127.0.0.1:0",
            Certificate = certificate,
            Token = "letmein",
            JobsFolder = Repository.PathOf("examples/jobs"),
        });
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == certificate.Thumbprint };
        using var http = new HttpClient(handler) { BaseAddress = emulator.Endpoint };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, "letmein");

        using var answer = await http.GetAsync(SavedJobs.Language(SavedJobs.AgreementEntities, "&top=2"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("https://127.0.0.1:", emulator.Endpoint.ToString());
        Assert.Contains($"\"nextLink\":\"{emulator.Endpoint}language", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("one.pem", null, null)]
    [InlineData("certificate.pem", "key.pem", null)]
    [InlineData("certificate.pem", "locked.pem", "secret")]
    [InlineData("certificate.pfx", null, "secret")]
    public void A_certificate_is_read_from_pem_or_pfx(string name, string? key, string? password)
    {
        using var folder = WriteCertificates();

        using var read = CertificateFile.Load(Path.Combine(folder.Path, name), key is null ? null : Path.Combine(folder.Path, key), password);

        Assert.True(read!.HasPrivateKey);
    }

    [Theory]
    [InlineData("certificate.pem", null, "certificate.pem' cannot be used")]
    [InlineData("certificate.pfx", "wrong", "certificate.pfx' cannot be used")]
    public void A_certificate_that_cannot_be_used_is_named(string name, string? password, string complaint)
    {
        using var folder = WriteCertificates();

        var error = Assert.Throws<InvalidDataException>(() => CertificateFile.Load(Path.Combine(folder.Path, name), null, password));

        Assert.Contains(complaint, error.Message);
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var signed = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    private static TemporaryFolder WriteCertificates()
    {
        var folder = new TemporaryFolder();
        using var certificate = CreateCertificate();
        using var key = certificate.GetRSAPrivateKey()!;
        var locked = key.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        folder.Write("certificate.pem", certificate.ExportCertificatePem());
        folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        folder.Write("locked.pem", locked);
        folder.Write("one.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(Path.Combine(folder.Path, "certificate.pfx"), certificate.Export(X509ContentType.Pkcs12, "secret"));
        return folder;
    }
}
