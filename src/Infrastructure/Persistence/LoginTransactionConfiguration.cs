using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class LoginTransactionConfiguration : IEntityTypeConfiguration<LoginTransaction>
{
    public void Configure(EntityTypeBuilder<LoginTransaction> builder)
    {
        builder.ToTable("LoginTransactions");
        builder.HasKey(login => login.Id);
        builder.HasIndex(login => login.ExpiresAt);
        builder.Property(login => login.Id).ValueGeneratedNever().HasConversion(id => id.Value, value => new LoginTransactionId(value));
        builder.Property(login => login.User).HasMaxLength(UserId.MaxLength).HasConversion(user => user.Value, value => new UserId(value));
        builder.Property(login => login.Browser).HasConversion(browser => browser.Digest.ToArray(), digest => ReadBinding(digest));
        builder.Property(login => login.ReturnUrl).HasConversion(url => url.Value, value => ReadReturnUrl(value));
        builder.Property(login => login.Methods).HasConversion(methods => Write(methods), value => ReadMethods(value));
        builder.Property(login => login.RequiredLevel).HasConversion<string>().HasMaxLength(64);
        builder.Property(login => login.State).HasConversion<string>().HasMaxLength(64);
        builder.Property(login => login.Version).IsConcurrencyToken();
        builder.ComplexProperty(login => login.Challenge);
        builder.Ignore(login => login.Events).Ignore(login => login.Ticket).Ignore(login => login.AllowsEnrolment);
    }

    private static BrowserBinding ReadBinding(byte[] digest) => BrowserBinding.FromDigest(digest);

    private static ReturnUrl ReadReturnUrl(string value) => ReturnUrl.Parse(value) ?? throw Unreadable(nameof(ReturnUrl));

    private static string Write(AuthenticationMethods methods) => string.Join(' ', methods.Items.Select(method => method.Code));

    private static AuthenticationMethods ReadMethods(string value) => AuthenticationMethods.Of(
        value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(code => AuthenticationMethod.Find(code) ?? throw Unreadable(nameof(AuthenticationMethod))));

    private static InvalidOperationException Unreadable(string what) => new($"A stored login holds an unknown {what}.");
}
