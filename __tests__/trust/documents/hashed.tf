# The role that deploys.
module "iam_role" {
  source   = "terraform-aws-modules/iam/aws//modules/iam-role"
  name     = "deploy"
  subjects = ["octo-org/octo-repo:ref:refs/heads/main"]
}
