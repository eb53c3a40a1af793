using System.Security.Cryptography;

namespace SyncWorker.Salesforce.SignIn;

/// <summary>The private key of the JWT bearer flow.</summary>
internal static class PrivateKey
{
    // What signs the assertion takes no smaller one.
    private const int BitsMin = 2048;

    /// <summary>Reads the key; whoever asked disposes it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The worker may not read the file.</exception>
    /// <exception cref="FormatException">The file holds no key that can sign; the message says what it should hold.</exception>
    public static RSA Read(string file)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            if (!IsPrivate(key)) throw new FormatException("it holds a public key.");
            return key.KeySize >= BitsMin ? key : throw new FormatException($"its key has {key.KeySize} bits, and {BitsMin} or more are wanted.");
        }
        catch (Exception unfit) when (unfit is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new FormatException("it holds no RSA private key in PEM without a passphrase ('-----BEGIN PRIVATE KEY-----').", unfit);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private static bool IsPrivate(RSA key)
    {
        try
        {
            key.SignHash(new byte[SHA256.HashSizeInBytes], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
