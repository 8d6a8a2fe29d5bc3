using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanLogin.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AttemptOwners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "EarlierFailures",
                table: "Attempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Of rows that are there already nobody knows: kept, as if an account had them.
            migrationBuilder.AddColumn<bool>(
                name: "IsOwned",
                table: "Attempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "EarlierFailures",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "IsOwned",
                table: "Attempts");
        }
    }
}
