using System.Text;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Infrastructure.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Tests.DataProtection;

public sealed class KeyRingTests : IDisposable
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("a secret of 20 bytes");
    private static readonly UserId User = new("somebody");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string CertificateFile => _folder.File("data/key-ring.pfx");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_protected_opens_after_a_restart()
    {
        var transaction = new LoginTransactionId(Guid.NewGuid());
        await BeginEnrolmentAsync(transaction);

        await using var again = await StartAsync();

        var found = await again.Services.GetRequiredService<ITotpAuthenticators>().FindEnrolmentAsync(transaction, Ct);
        found!.Reveal().ToArray().Should().Equal(Secret);
    }

    [Fact]
    public async Task A_database_whose_secrets_cannot_be_opened_stops_the_start_and_says_what_to_restore()
    {
        await (await StartAsync()).DisposeAsync();
        File.Delete(CertificateFile);

        var start = async () => await StartAsync();

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*DataProtection:CertificatePath*");
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_stops_the_start_and_names_the_setting()
    {
        var start = async () => await StartAsync(new Dictionary<string, string?>
        {
            ["DataProtection:CertificatePath"] = _folder.File("none.pfx"),
        });

        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage("DataProtection:CertificatePath*none.pfx*");
    }

    [Fact]
    public async Task Folder_and_certificate_are_their_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");

        await using var host = await StartAsync();

        ModeOf(_folder.File("data")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ModeOf(CertificateFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task In_a_folder_that_others_may_look_into_the_files_are_still_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        Directory.CreateDirectory(_folder.File("data"));
        File.SetUnixFileMode(
            _folder.File("data"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        await using var host = await StartAsync();
        await using var open = host.OpenContext();
        await open.Database.OpenConnectionAsync(Ct);
        await open.Users.CountAsync(Ct);

        var files = Directory.GetFiles(_folder.File("data"));
        // The database, its log and its index, and the certificate.
        files.Should().HaveCount(4);
        files.Should().OnlyContain(file => ModeOf(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Neither_secrets_nor_keys_can_be_read_in_the_database_file()
    {
        await BeginEnrolmentAsync(new LoginTransactionId(Guid.NewGuid()));

        var bytes = await BytesOfDatabaseAsync();

        // The control: what is not secret is found by the same search.
        Holds(bytes, Encoding.UTF8.GetBytes(User.Value)).Should().BeTrue();
        Holds(bytes, Secret).Should().BeFalse();
        Holds(bytes, Encoding.UTF8.GetBytes(Convert.ToBase64String(Secret))).Should().BeFalse();
        Holds(bytes, Encoding.UTF8.GetBytes("<masterKey")).Should().BeFalse();
        Holds(bytes, Encoding.UTF8.GetBytes("<encryptedSecret")).Should().BeTrue();
    }

    [Fact]
    public async Task A_secret_copied_to_somebody_else_does_not_open()
    {
        var transaction = new LoginTransactionId(Guid.NewGuid());
        await BeginEnrolmentAsync(transaction);
        await using var host = await StartAsync();
        await using var context = host.OpenContext();
        await context.Database.ExecuteSqlAsync($"UPDATE \"TotpEnrolments\" SET \"UserId\" = 'somebody else'", Ct);

        var find = () => host.Services.GetRequiredService<ITotpAuthenticators>().FindEnrolmentAsync(transaction, Ct);

        await find.Should().ThrowAsync<System.Security.Cryptography.CryptographicException>();
    }

    // Windows has no such modes.
    private static UnixFileMode? ModeOf(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);

    private static bool Holds(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0;

    private async Task BeginEnrolmentAsync(LoginTransactionId transaction)
    {
        await using var host = await StartAsync();
        await host.Services.GetRequiredService<ITotpAuthenticators>()
            .GetOrBeginEnrolmentAsync(transaction, User, TotpSecret.From(Secret), Ct);
    }

    private async Task<byte[]> BytesOfDatabaseAsync()
    {
        var bytes = new List<byte>();
        foreach (var file in Directory.GetFiles(_folder.File("data"), "*.db*"))
        {
            bytes.AddRange(await File.ReadAllBytesAsync(file, Ct));
        }

        return [.. bytes];
    }

    private Task<InfrastructureHost> StartAsync(Dictionary<string, string?>? settings = null) =>
        InfrastructureHost.StartAsync(_folder.File("data"), settings ?? [], Environments.Production, Ct);
}
